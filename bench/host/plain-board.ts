import { ChangeDetectionStrategy, Component, provideBrowserGlobalErrorListeners, signal } from '@angular/core';
import { MatTableModule } from '@angular/material/table';
import { bootstrapApplication } from '@angular/platform-browser';
import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import { Crowd } from './crowd';
import { changed, watchRows } from './screen-clock';

/** What a developer would write in a quarter of an hour: a Material table bound to the array. */
@Component({
  selector: 'host-app',
  imports: [MatTableModule],
  template: `
    <div style="block-size: 100vh; overflow: auto">
      <table mat-table [dataSource]="rows()" [trackBy]="idOf">
        <ng-container matColumnDef="name">
          <th mat-header-cell *matHeaderCellDef>Name</th>
          <td mat-cell class="who" *matCellDef="let row">{{ row.name }}</td>
        </ng-container>
        <ng-container matColumnDef="state">
          <th mat-header-cell *matHeaderCellDef>State</th>
          <td mat-cell class="state" *matCellDef="let row">{{ row.presence.status }}</td>
        </ng-container>
        <ng-container matColumnDef="since">
          <th mat-header-cell *matHeaderCellDef>Since</th>
          <td mat-cell *matCellDef="let row">{{ row.presence.since }}</td>
        </ng-container>
        <ng-container matColumnDef="queue">
          <th mat-header-cell *matHeaderCellDef>Queue</th>
          <td mat-cell *matCellDef="let row">{{ row.presence.queue }}</td>
        </ng-container>
        <ng-container matColumnDef="call">
          <th mat-header-cell *matHeaderCellDef>Call</th>
          <td mat-cell *matCellDef="let row">{{ row.presence.call?.number }}</td>
        </ng-container>
        <ng-container matColumnDef="quality">
          <th mat-header-cell *matHeaderCellDef>Quality</th>
          <td mat-cell *matCellDef="let row">{{ row.presence.quality?.mos }}</td>
        </ng-container>
        <tr mat-header-row *matHeaderRowDef="columns"></tr>
        <tr mat-row *matRowDef="let row; columns: columns"></tr>
      </table>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class PlainBoard {
  protected readonly columns = ['name', 'state', 'since', 'queue', 'call', 'quality'];
  protected readonly rows = signal<readonly OperatorRecord[]>([]);

  constructor() {
    const crowd = new Crowd();
    this.rows.set(crowd.picture().operators);
    crowd.start((frame) => {
      const news = new Map(frame.changed.map((record) => [record.id, record]));
      this.rows.update((rows) => rows.map((row) => news.get(row.id) ?? row));
      for (const { name, presence } of frame.changed) changed(name, presence.serverTime);
    });
  }

  protected readonly idOf = (_index: number, { id }: OperatorRecord): string => id;
}

void bootstrapApplication(PlainBoard, { providers: [provideBrowserGlobalErrorListeners()] }).then(() =>
  watchRows('tr', '.state', '.who'),
);
