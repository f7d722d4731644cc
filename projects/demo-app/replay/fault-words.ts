import type { FlightFault } from 'mediatel-lib/recorder';

/** Why a file can't be opened, in plain words. */
export function faultWords(fault: FlightFault): string {
  switch (fault.reason) {
    case 'not-json':
      return 'This file is no report: it is not even JSON. Choose one that ends in .mediatel-flight.json.';
    case 'not-a-recording':
      return 'This file is no report. Choose one that ends in .mediatel-flight.json.';
    case 'other-version':
      return `This report has version ${fault.version}, which this page can’t read. Open it with the release that wrote it.`;
    case 'damaged':
      return fault.entry === null
        ? 'This report is damaged: its head can’t be read.'
        : `This report is damaged: its entry ${fault.entry + 1} can’t be read.`;
  }
}
