/** The key of a section of which nothing is published: what a branch had before, or what ships, holds. */
export const NO_VERSION_KEY = "0.0.0";
