declare global {
  interface Window {
    /** Milliseconds from a change to its being painted, of the operators in view. */
    paintTimes: number[];
    /** Milliseconds, of each task longer than 50. */
    longTasks: number[];
    changes: number;
  }
}

export {};
