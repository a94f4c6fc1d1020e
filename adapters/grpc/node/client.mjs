// A client that nobody of ours generated: it loads the published proto files, reserves a vehicle, and watches the reservation.
// node client.mjs PROTOS ADDRESS TOKEN VEHICLE START END
import assert from 'node:assert/strict';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const [protos, address, token, vehicle, start, end] = process.argv.slice(2);
const definition = loader.loadSync(
    ['motorpool/reservation/v1/reservation_service.proto', 'motorpool/update/v1/update_service.proto'],
    { includeDirs: [protos], keepCase: true, enums: String, longs: String, defaults: false },
);
const { reservation: { v1: { ReservationService } }, update: { v1: { UpdateService } } } =
    grpc.loadPackageDefinition(definition).motorpool;
const client = new ReservationService(address, grpc.credentials.createInsecure());
const updates = new UpdateService(address, grpc.credentials.createInsecure());

const headers = new grpc.Metadata();
headers.set('authorization', `Bearer ${token}`);
const at = (text) => ({ seconds: String(Date.parse(text) / 1000), nanos: 0 });

const call = (method, request, metadata = headers) => new Promise((answered, failed) =>
    client[method](request, metadata, { deadline: Date.now() + 10_000 },
        (error, answer) => (error ? failed(error) : answered(answer))));

const refused = async (method, request, metadata) => {
    try {
        await call(method, request, metadata);
    } catch (error) {
        return { code: grpc.status[error.code], details: String(error.metadata.get('grpc-status-details-bin')[0]) };
    }
    return assert.fail(`${method} was answered`);
};

const wanted = { request_id: `node-${vehicle}`, vehicle, start: at(start), end: at(end), corporate: true };
const { reservation } = await call('CreateReservation', wanted);
assert.equal(reservation.status, 'RESERVATION_STATUS_RESERVED');
assert.equal(reservation.vehicle, vehicle);
assert.deepEqual((await call('CreateReservation', wanted)).reservation, reservation);
assert.deepEqual((await call('GetReservation', { id: reservation.id })).reservation, reservation);

const { reservations } = await call('ListReservations', { vehicle, page_size: 10 });
assert.equal(reservations.length, 1);

const stale = await refused('CancelReservation', { id: reservation.id, etag: '"77"' });
assert.equal(stale.code, 'ABORTED');
assert.ok(stale.details.includes('stale-version'));
const stranger = await refused('GetReservation', { id: reservation.id }, new grpc.Metadata());
assert.equal(stranger.code, 'UNAUTHENTICATED');
assert.ok(stranger.details.includes('unauthorized'));

// While another call changes it.
const watched = updates.WatchReservation({ id: reservation.id }, headers, { deadline: Date.now() + 10_000 });
const told = watched[Symbol.asyncIterator]();
assert.deepEqual((await told.next()).value, { reservation, resume_token: reservation.etag });
const cancelled = await call('CancelReservation', { id: reservation.id, etag: reservation.etag });
assert.equal(cancelled.reservation.status, 'RESERVATION_STATUS_CANCELLED');
assert.deepEqual((await told.next()).value.reservation, cancelled.reservation);
watched.on('error', () => {});
watched.cancel();
updates.close();
client.close();
console.log(`reserved and cancelled ${reservation.id}`);
