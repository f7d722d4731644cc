declare global {
  interface Window {
    /** Milliseconds from each change to its painting, for the operators in view. */
    paintTimes: number[];
    /** Duration of each task longer than 50 ms, in milliseconds. */
    longTasks: number[];
    changes: number;
  }
}

export {};
