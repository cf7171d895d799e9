/** Said before what the reader is not sure of. */
export const NOT_CERTAIN = "I'm not certain of this one; see for yourself. ";
