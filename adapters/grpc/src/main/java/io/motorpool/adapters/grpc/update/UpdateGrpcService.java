package io.motorpool.adapters.grpc.update;

import io.motorpool.adapters.grpc.Edge;
import io.motorpool.adapters.grpc.Input;
import io.motorpool.adapters.grpc.Input.Field;
import io.motorpool.adapters.grpc.map.MapMessages;
import io.motorpool.adapters.grpc.reservation.ReservationMessages;
import io.motorpool.api.update.v1.UpdateService;
import io.motorpool.api.update.v1.WatchReservationRequest;
import io.motorpool.api.update.v1.WatchReservationResponse;
import io.motorpool.api.update.v1.WatchZoneRequest;
import io.motorpool.api.update.v1.WatchZoneResponse;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.update.Sight;
import io.motorpool.application.update.WatchReservation;
import io.motorpool.application.update.WatchZone;
import io.motorpool.application.update.WatchZone.ZoneChange;
import io.motorpool.application.update.Watcher;
import io.motorpool.application.update.ZoneState;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.ZoneId;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;

/** Reservations and zones, watched. */
@GrpcService
class UpdateGrpcService implements UpdateService {

    private final WatchReservation watchReservation;
    private final WatchZone watchZone;
    private final Edge edge;

    UpdateGrpcService(WatchReservation watchReservation, WatchZone watchZone, Edge edge) {
        this.watchReservation = watchReservation;
        this.watchZone = watchZone;
        this.edge = edge;
    }

    @Override
    public Multi<WatchReservationResponse> watchReservation(WatchReservationRequest request) {
        return edge.stream(
                watcher -> {
                    Input in = new Input();
                    Field<ReservationId> id = in.id("id", request.getId(), ReservationId::new);
                    String token = request.getResumeToken();
                    Field<Version> seen = in.optional("resume_token", !token.isEmpty(), token, Input::version);
                    ReservationId asked = in.build(id::get);
                    return watchReservation.watch(watcher, asked, seen.optional());
                },
                UpdateGrpcService::shown);
    }

    private static WatchReservationResponse shown(Sight<ReservationView> sight) {
        return switch (sight) {
            case Sight.News<ReservationView>(var view) ->
                WatchReservationResponse.newBuilder()
                        .setReservation(ReservationMessages.of(view))
                        .setResumeToken(Input.etag(view.version()))
                        .build();
            case Sight.Same<ReservationView> _ -> WatchReservationResponse.getDefaultInstance();
        };
    }

    @Override
    public Multi<WatchZoneResponse> watchZone(WatchZoneRequest request) {
        return edge.stream(watcher -> watched(watcher, request), UpdateGrpcService::changed);
    }

    private Multi<Decision<Sight<ZoneChange>, Refusal>> watched(Watcher watcher, WatchZoneRequest request) {
        Input in = new Input();
        Field<ZoneId> zone = in.id("zone", request.getZone(), ZoneId::new);
        Field<Period> period = in.stretch(request.hasStart(), request.getStart(), request.hasEnd(), request.getEnd());
        String token = request.getResumeToken();
        Field<ZoneState> seen = in.optional("resume_token", !token.isEmpty(), token, ZoneState::new);
        Period asked = in.build(period::get);
        return watchZone.watch(watcher, zone.get(), asked, seen.optional());
    }

    private static WatchZoneResponse changed(Sight<ZoneChange> sight) {
        return switch (sight) {
            case Sight.News<ZoneChange>(var change) -> changed(change);
            case Sight.Same<ZoneChange> _ -> WatchZoneResponse.getDefaultInstance();
        };
    }

    private static WatchZoneResponse changed(ZoneChange change) {
        return WatchZoneResponse.newBuilder()
                .setWhole(change.whole())
                .addAllVehicles(change.rows().stream().map(MapMessages::of).toList())
                .addAllGone(change.gone().stream().map(Object::toString).toList())
                .setTruncated(change.truncated())
                .setResumeToken(change.state().text())
                .build();
    }
}
