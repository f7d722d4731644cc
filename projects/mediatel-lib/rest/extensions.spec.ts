import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { MediatelExtensions } from './extensions';

const ok = (...result: readonly unknown[]) => ({ error: { code: 200 }, result });

function setUp() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  return { extensions: TestBed.inject(MediatelExtensions), http: TestBed.inject(HttpTestingController) };
}

describe('Extensions', () => {
  it('lists and reads', async () => {
    const { extensions, http } = setUp();
    const listed = firstValueFrom(extensions.list());
    http.expectOne('/v1/extensions').flush(ok({ E_ID: '5', E_Extension: '1001' }));
    expect(await listed).toEqual([{ E_ID: 5, E_Extension: '1001' }]);
    const one = firstValueFrom(extensions.get(5));
    http.expectOne('/v1/extensions/5').flush(ok({ E_ID: 5, E_Extension: '1001' }));
    expect((await one).E_Extension).toBe('1001');
  });

  it('creates with the id -1, changes and removes', async () => {
    const { extensions, http } = setUp();
    const created = firstValueFrom(extensions.create({ E_Extension: '1002', Codecs: ['alaw', 'ulaw'] }));
    const post = http.expectOne({ method: 'POST', url: '/v1/extensions' });
    expect(post.request.body).toEqual({ E_ID: -1, E_Extension: '1002', Codecs: ['alaw', 'ulaw'] });
    post.flush(ok(6));
    expect(await created).toBe(6);
    const changed = firstValueFrom(extensions.change(6, { E_Description: 'desk 6' }));
    http.expectOne({ method: 'PUT', url: '/v1/extensions/6' }).flush(ok());
    const removed = firstValueFrom(extensions.remove(6));
    http.expectOne({ method: 'DELETE', url: '/v1/extensions/6' }).flush(ok());
    await Promise.all([changed, removed]);
  });

  it('changes many at once', async () => {
    const { extensions, http } = setUp();
    const done = firstValueFrom(extensions.batch({ Inserted: [{ E_ID: -1, E_Extension: '1003' }] }));
    const patch = http.expectOne({ method: 'PATCH', url: '/v1/extensions' });
    expect(patch.request.body).toEqual({ Deleted: [], Inserted: [{ E_ID: -1, E_Extension: '1003' }] });
    patch.flush(ok({ E_ID: 9 }));
    expect(await done).toEqual([{ E_ID: 9 }]);
  });
});
