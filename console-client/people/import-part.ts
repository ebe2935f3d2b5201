/** Part of the import's address. Staff numbers have no dot, so it can be nobody's. */
export const IMPORT_PART = "import.csv";
