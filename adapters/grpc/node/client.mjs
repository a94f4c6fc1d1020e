// A client that nobody of ours generated: it loads the published proto files, finds a vehicle on the map, reserves it, sees
// what it pays with and who could open it, and cancels while it watches.
// node client.mjs PROTOS ADDRESS TOKEN ZONE VEHICLE START END
import assert from 'node:assert/strict';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const [protos, address, token, zone, vehicle, start, end] = process.argv.slice(2);
const definition = loader.loadSync(['map/v1/map', 'reservation/v1/reservation', 'key/v1/key', 'payment/v1/payment',
    'update/v1/update'].map((service) => `motorpool/${service}_service.proto`), {
    includeDirs: [protos], keepCase: true, enums: String, longs: String, defaults: false,
});
const { motorpool } = grpc.loadPackageDefinition(definition);
const connect = (Service) => new Service(address, grpc.credentials.createInsecure());
const map = connect(motorpool.map.v1.MapService);
const reservations = connect(motorpool.reservation.v1.ReservationService);
const keys = connect(motorpool.key.v1.KeyService);
const payments = connect(motorpool.payment.v1.PaymentService);
const updates = connect(motorpool.update.v1.UpdateService);

const headers = new grpc.Metadata();
headers.set('authorization', `Bearer ${token}`);
const at = (text) => ({ seconds: String(Date.parse(text) / 1000), nanos: 0 });

const call = (service, method, request, metadata = headers) => new Promise((answered, failed) =>
    service[method](request, metadata, { deadline: Date.now() + 10_000 },
        (error, answer) => (error ? failed(error) : answered(answer))));

const refused = async (service, method, request, metadata) => {
    try {
        await call(service, method, request, metadata);
    } catch (error) {
        return { code: grpc.status[error.code], details: String(error.metadata.get('grpc-status-details-bin')[0]) };
    }
    return assert.fail(`${method} was answered`);
};

const korea = { west: 124, south: 33, east: 132, north: 39 };
const shown = await call(map, 'ListZoneMarkers', { box: korea, layers: ['MAP_LAYER_VIRTUAL_ZONES'] });
assert.ok(shown.zones.some((marker) => marker.zone === zone && marker.point.longitude > 124));
assert.equal((await call(map, 'ListZoneMarkers', { box: korea })).zones, undefined);
const boxless = await refused(map, 'ListZoneMarkers', { box: { west: 0 } });
assert.equal(boxless.code, 'INVALID_ARGUMENT');
const free = await call(map, 'ListVehiclesOfZone', { zone, start: at(start), end: at(end) });
assert.ok(free.vehicles.find((row) => row.vehicle === vehicle).available);

const { options } = await call(payments, 'GetPaymentOptions', {});
assert.equal(options.billing_policy, 'BILLING_POLICY_POSTPAID');

const wanted = {
    request_id: `node-${vehicle}`, vehicle, start: at(start), end: at(end), corporate: true,
    billing_policy: options.billing_policy,
};
const { reservation } = await call(reservations, 'CreateReservation', wanted);
assert.equal(reservation.status, 'RESERVATION_STATUS_RESERVED');
assert.equal(reservation.vehicle, vehicle);
assert.deepEqual((await call(reservations, 'CreateReservation', wanted)).reservation, reservation);
assert.deepEqual((await call(reservations, 'GetReservation', { id: reservation.id })).reservation, reservation);

const taken = await call(map, 'ListVehiclesOfZone', { zone, start: at(start), end: at(end) });
const row = taken.vehicles.find((each) => each.vehicle === vehicle);
assert.ok(!row.available && row.why_not.reason && row.why_not.sentence);

const { account } = await call(payments, 'GetReservationAccount', { reservation: reservation.id });
assert.equal(account.payments[0].kind, 'FEE_KIND_RESERVATION');
assert.ok(Number(account.payments[0].won) > 0);
const described = { request_id: `node-${vehicle}`, token: 'tok_node', brand: 'BC', last_four: '4242', expiry: '2030-12' };
const { card } = await call(payments, 'AddCard', described);
assert.deepEqual((await call(payments, 'AddCard', described)).card, card);
await call(payments, 'RemoveCard', { card: card.id });

const { key } = await call(keys, 'GetReservationKey', { reservation: reservation.id });
assert.deepEqual(key, {});
assert.deepEqual(await call(keys, 'ListKeyOffers', {}), {});
const closed = await refused(keys, 'OperateVehicle', { vehicle, operation: 'OPERATION_UNLOCK' });
assert.equal(closed.code, 'FAILED_PRECONDITION');
assert.ok(closed.details.includes('key-not-held'));
assert.equal((await refused(keys, 'OperateVehicle', { vehicle, operation: 4711 })).code, 'INVALID_ARGUMENT');

const { reservations: found } = await call(reservations, 'ListReservations', { vehicle, page_size: 10 });
assert.equal(found.length, 1);

const stale = await refused(reservations, 'CancelReservation', { id: reservation.id, etag: '"77"' });
assert.equal(stale.code, 'ABORTED');
assert.ok(stale.details.includes('stale-version'));
for (const [service, method] of [[reservations, 'ListReservations'], [map, 'ListZoneMarkers'], [keys, 'ListKeyOffers'],
    [payments, 'GetPaymentOptions']]) {
    const stranger = await refused(service, method, {}, new grpc.Metadata());
    assert.equal(stranger.code, 'UNAUTHENTICATED');
    assert.ok(stranger.details.includes('unauthorized'));
}

const watched = updates.WatchReservation({ id: reservation.id }, headers, { deadline: Date.now() + 10_000 });
const told = watched[Symbol.asyncIterator]();
assert.deepEqual((await told.next()).value, { reservation, resume_token: reservation.etag });
const cancelled = await call(reservations, 'CancelReservation', { id: reservation.id, etag: reservation.etag });
assert.equal(cancelled.reservation.status, 'RESERVATION_STATUS_CANCELLED');
assert.deepEqual((await told.next()).value.reservation, cancelled.reservation);
watched.on('error', () => {});
watched.cancel();
[map, reservations, keys, payments, updates].forEach((service) => service.close());
console.log(`found, reserved and cancelled ${reservation.id}`);
