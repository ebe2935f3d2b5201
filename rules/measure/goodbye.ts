/** How long an alert that a customer leaves stays, and once more when somebody goes to say goodbye: then they are gone. */
export const GOODBYE_MS = 180_000;
