import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { type RecordingAvailability, MediatelRecordings } from './recordings';

function setUp() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  return { recordings: TestBed.inject(MediatelRecordings), http: TestBed.inject(HttpTestingController) };
}

const address = '/records/mediatel-record?calltraceID=1185574264';

describe('Recordings', () => {
  it('makes an address for playing and one for downloading', () => {
    const { recordings } = setUp();
    expect(recordings.url('1185574264')).toBe(address);
    expect(recordings.downloadUrl('1185574264')).toBe(`${address}&download=1`);
    expect(recordings.url('a&b=c')).toBe('/records/mediatel-record?calltraceID=a%26b%3Dc');
  });

  it.each<[number, RecordingAvailability]>([
    [206, { status: 'available' }],
    [403, { status: 'unauthorised' }],
    [404, { status: 'absent' }],
    [503, { status: 'failed', code: 503 }],
  ])('reads an HTTP %i as %j', async (status, expected) => {
    const { recordings, http } = setUp();
    const availability = firstValueFrom(recordings.availability('1185574264'));
    const request = http.expectOne(address);
    expect(request.request.headers.get('Range')).toBe('bytes=0-0');
    expect(request.request.withCredentials).toBe(true);
    request.flush(new Blob(), { status, statusText: 'any' });
    expect(await availability).toEqual(expected);
  });

  it.each<[string | null, RecordingAvailability]>([
    ['audio/wav', { status: 'available' }],
    ['Audio/X-WAV; rate=8000', { status: 'available' }],
    ['application/octet-stream', { status: 'available' }],
    [null, { status: 'available' }],
    ['text/html; charset=utf-8', { status: 'failed', code: 200 }],
    ['application/json', { status: 'failed', code: 200 }],
  ])('reads a 200 of the type %s as %j', async (type, expected) => {
    const { recordings, http } = setUp();
    const availability = firstValueFrom(recordings.availability('1185574264'));
    const answer: { headers: Record<string, string> } = { headers: type === null ? {} : { 'Content-Type': type } };
    http.expectOne(address).flush(new Blob(['<html>Log in</html>']), answer);
    expect(await availability).toEqual(expected);
    const file = firstValueFrom(recordings.download('1185574264')).catch((error: unknown) => error);
    http.expectOne(`${address}&download=1`).flush(new Blob(['<html>Log in</html>']), answer);
    expect(await file).toMatchObject(expected.status === 'available' ? { size: 19 } : { failure: 'unreadable' });
  });

  it('reports an unreachable service', async () => {
    const { recordings, http } = setUp();
    const availability = firstValueFrom(recordings.availability('1'));
    http.expectOne('/records/mediatel-record?calltraceID=1').error(new ProgressEvent('error'));
    expect(await availability).toEqual({ status: 'unreachable' });
  });

  it('downloads, or fails with a typed error', async () => {
    const { recordings, http } = setUp();
    const wav = firstValueFrom(recordings.download('1185574264'));
    http.expectOne(`${address}&download=1`).flush(new Blob(['RIFF']));
    expect((await wav).size).toBe(4);
    const failed = firstValueFrom(recordings.download('1185574264')).catch((error: unknown) => error);
    http.expectOne(`${address}&download=1`).flush(new Blob(), { status: 404, statusText: 'Not Found' });
    expect(await failed).toMatchObject({ name: 'MediatelApiError', failure: 'not-found' });
  });
});
