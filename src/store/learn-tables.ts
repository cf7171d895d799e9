/** What is kept so that trainers learn back how far people come. */
export type LearnTables = {
  /** What one person did that trainers may learn of once others have come: only as marks, and only until then. */
  learn_waiting: {
    team_id: string;
    kind: "talk" | "appeal";
    flow: string;
    version: number;
    user_id: string;
    /** The practice or the appeal. */
    source_id: string;
    marks: string;
  };
  /** How many people did what in a version of a flow; it holds nobody, and no single talk. */
  learnt: {
    team_id: string;
    kind: "talk" | "appeal";
    flow: string;
    version: number;
    people: number;
    marks: string;
  };
};
