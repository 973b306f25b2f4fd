/** Whether search engines may show this handbook. Private, unless CADENCE_INDEXING says "allowed" when it is built. */
export const indexingAllowed = (): boolean => process.env["CADENCE_INDEXING"] === "allowed";
