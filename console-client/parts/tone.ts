export type Tone = "good" | "near" | "over" | "plain";
