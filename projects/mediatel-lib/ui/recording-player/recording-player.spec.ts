import { jest } from '@jest/globals';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MediatelRecordingPlayerHarness } from 'mediatel-lib/testing';
import { of } from 'rxjs';
import { MediatelRecordingPlayer } from './recording-player';
import type { RecordingFault, RecordingSource } from './recording-source';

/** Recordings of which none is available but those listed. */
class FakeSource implements RecordingSource {
  readonly checked: string[] = [];
  readonly available = new Set<string>();

  constructor(readonly fault: RecordingFault) {}

  url(id: string) {
    return `/sound/${id}`;
  }

  downloadUrl(id: string) {
    return `/file/${id}`;
  }

  availability(id: string) {
    this.checked.push(id);
    return of({ status: this.available.has(id) ? ('available' as const) : this.fault });
  }
}

async function shown(source: RecordingSource) {
  const fixture = TestBed.createComponent(MediatelRecordingPlayer);
  for (const [name, value] of Object.entries({ source, callTraceID: '7', who: 'Olena K.' })) {
    fixture.componentRef.setInput(name, value);
  }
  await fixture.whenStable();
  return {
    fixture,
    player: await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelRecordingPlayerHarness),
  };
}

describe('MediatelRecordingPlayer', () => {
  it('should check the source only when the operator presses a button', async () => {
    const source = new FakeSource('absent');
    source.available.add('7');
    const { player } = await shown(source);
    expect([await player.downloadUrl(), await player.source(), source.checked]).toEqual(['/file/7', null, []]);
    await player.play();
    expect([await player.source(), source.checked]).toEqual(['/sound/7', ['7']]);
  });

  it.each([true, false])('should give the focus of the button to the player: %s', async (isFocused) => {
    // jsdom does not focus a player.
    const focus = jest.spyOn(HTMLMediaElement.prototype, 'focus');
    const source = new FakeSource('absent');
    source.available.add('7');
    const { fixture, player } = await shown(source);
    const element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    if (isFocused) element.querySelector('button')!.focus();
    await player.play();
    expect(focus.mock.contexts).toEqual(isFocused ? [element.querySelector('audio')] : []);
    focus.mockRestore();
    element.remove();
  });

  it('should play from a moment, also before it is loaded, and say where it is', async () => {
    const source = new FakeSource('absent');
    source.available.add('7');
    const { fixture } = await shown(source);
    const positions: number[] = [];
    fixture.componentInstance.positionChange.subscribe((at) => positions.push(at));
    await fixture.componentInstance.playFrom(12.5);
    await fixture.whenStable();
    const audio = (fixture.nativeElement as HTMLElement).querySelector('audio')!;
    const play = jest.spyOn(audio, 'play').mockResolvedValue();
    audio.dispatchEvent(new Event('loadedmetadata'));
    expect(audio.currentTime).toBe(12.5);
    await fixture.componentInstance.playFrom(3);
    expect([audio.currentTime, play.mock.calls.length]).toEqual([3, 1]);
    audio.dispatchEvent(new Event('timeupdate'));
    expect(positions).toEqual([3]);
    // Loaded again, such as after a failure, it begins at the beginning.
    audio.dispatchEvent(new Event('loadedmetadata'));
    expect(audio.currentTime).toBe(0);
  });

  it('should forget the failure of a call when it shows another one', async () => {
    const source = new FakeSource('unauthorised');
    const { fixture, player } = await shown(source);
    await player.play();
    expect([await player.source(), await player.failure()]).toEqual([null, 'You may not hear this recording.']);
    fixture.componentRef.setInput('callTraceID', '8');
    expect([await player.downloadUrl(), await player.failure()]).toEqual(['/file/8', '']);
  });
});
