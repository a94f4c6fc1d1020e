package io.motorpool.adapters.erp;

import io.motorpool.application.settlement.ErpTrouble;
import io.motorpool.application.settlement.Placement;
import io.motorpool.application.settlement.Registration;
import io.motorpool.application.settlement.Registration.Reason;
import io.motorpool.application.settlement.Registration.Registered;
import io.motorpool.application.settlement.Registration.Rejected;
import io.motorpool.application.settlement.Registration.Unclear;
import io.motorpool.application.settlement.VehicleRegister;
import io.motorpool.application.settlement.Withdrawal;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * SAP's equipment. Look at the record, take the one step that is missing, look again, until none is: what has been done
 * already, by an attempt whose answer got lost as well, is seen and not done twice, and the last look is the proof.
 */
final class SapVehicleRegister implements VehicleRegister {

    /** A new vehicle needs two, a substitution three; the others are for records that somebody changes meanwhile. */
    private static final int MOST_STEPS = 8;

    private final SapGateway gateway;
    private final EquipmentRequest requests;
    private final Troubles troubles;

    SapVehicleRegister(SapGateway gateway, ErpConfig config, Clock clock) {
        this.gateway = gateway;
        this.requests = new EquipmentRequest(config.fleet());
        this.troubles = new Troubles(clock, config);
    }

    @Override
    public Uni<Registration> place(Placement placement, @Nullable Instant askedBefore) {
        Walk walk = new Walk(placement.vehicle().id(), found -> nextStep(placement, found), troubles.of(askedBefore));
        return CallersContext.keep(() -> walk.on(1, Optional.empty()));
    }

    @Override
    public Uni<Registration> withdraw(Withdrawal withdrawal, @Nullable Instant askedBefore) {
        Walk walk = new Walk(withdrawal.vehicle(), found -> nextStep(withdrawal, found), troubles.of(askedBefore));
        return CallersContext.keep(() -> walk.on(1, Optional.empty()));
    }

    /** What stands between the record and how it shall be. */
    private sealed interface Step {

        record Create(Placement placement) implements Step {}

        record Update(Placement placement, EquipmentRecord record, List<String> attributes) implements Step {}

        record Dismantle(EquipmentRecord record, Instant when) implements Step {}

        record Install(EquipmentRecord record, String place, Instant when) implements Step {}

        record Nothing(EquipmentRecord record) implements Step {}

        record Impossible(Reason reason) implements Step {}
    }

    private Step nextStep(Placement placement, Optional<EquipmentRecord> found) {
        if (found.isEmpty()) {
            return new Step.Create(placement);
        }
        EquipmentRecord record = found.get();
        List<String> differing = requests.differing(placement, record);
        if (!differing.isEmpty()) {
            return new Step.Update(placement, record, differing);
        }
        String place = requests.place(placement.slot());
        if (record.place().equals(place)) {
            return new Step.Nothing(record);
        }
        return record.isInstalled()
                ? new Step.Dismantle(record, placement.since())
                : new Step.Install(record, place, placement.since());
    }

    private Step nextStep(Withdrawal withdrawal, Optional<EquipmentRecord> found) {
        if (found.isEmpty()) {
            return new Step.Impossible(new Reason.NeverRegistered());
        }
        EquipmentRecord record = found.get();
        return record.place().equals(requests.place(withdrawal.slot()))
                ? new Step.Dismantle(record, withdrawal.until())
                : new Step.Nothing(record);
    }

    /** One call's way to the record as it shall be. */
    private final class Walk {

        private final VehicleId vehicle;
        private final Function<Optional<EquipmentRecord>, Step> next;
        private final @Nullable ErpTrouble underWay;

        /** @param underWay what an earlier attempt may still do; null when nothing */
        Walk(VehicleId vehicle, Function<Optional<EquipmentRecord>, Step> next, @Nullable ErpTrouble underWay) {
            this.vehicle = vehicle;
            this.next = next;
            this.underWay = underWay;
        }

        /** @param done the step that SAP has just said it took */
        Uni<Registration> on(int count, Optional<Step> done) {
            return find(vehicle)
                    .chain(found -> found.size() > 1
                            ? answer(new Rejected(new Reason.RegisteredMoreThanOnce(
                                    found.stream().map(EquipmentRecord::number).toList())))
                            : take(next.apply(found.stream().findFirst()), count, done))
                    .onFailure(SapFailure.class)
                    .recoverWithItem(failure -> new Unclear(troubles.later((SapFailure) failure)));
        }

        private Uni<Registration> take(Step step, int count, Optional<Step> done) {
            if (step instanceof Step.Nothing(var record)) {
                return answer(new Registered(record.number()));
            }
            if (needsNoRecord(step) && underWay != null) {
                return answer(new Unclear(underWay));
            }
            if (step instanceof Step.Impossible(var reason)) {
                return answer(new Rejected(reason));
            }
            if (step instanceof Step.Update update
                    && done.filter(before -> isRepeated(before, update)).isPresent()) {
                return answer(new Rejected(new Reason.NotKept(update.record().number(), update.attributes())));
            }
            if (count > MOST_STEPS) {
                return answer(new Unclear(troubles.later(SapFailure.of(
                        ErpTrouble.Kind.LOCKED, SapFailure.Outcome.NOT_DONE, false, "others change the record"))));
            }
            return send(step)
                    .chain(answered -> switch (answered) {
                        case SapAnswer.Done _ -> on(count + 1, Optional.of(step));
                        case SapAnswer.Changed _ -> on(count + 1, Optional.empty());
                        case SapAnswer.Declined(var code, var message) ->
                            answer(new Rejected(new Reason.Declined(code, message)));
                    })
                    .onFailure(SapFailure.class)
                    .recoverWithUni(failure -> afterFailure(step, count, (SapFailure) failure));
        }

        /** Whether it relies on there being no record, which is not sure while one may be under way. */
        private boolean needsNoRecord(Step step) {
            return step instanceof Step.Create
                    || step instanceof Step.Impossible(var reason) && reason instanceof Reason.NeverRegistered;
        }

        private boolean isRepeated(Step before, Step.Update update) {
            return before instanceof Step.Update last && last.attributes().equals(update.attributes());
        }

        /** Changes name the version they were made from, so a late one does no harm; a record that is created late does. */
        private Uni<Registration> afterFailure(Step step, int count, SapFailure failure) {
            return switch (failure.outcome()) {
                case NOT_DONE -> answer(new Unclear(troubles.later(failure)));
                case OVER -> goOn(count, failure);
                case OPEN -> step instanceof Step.Create ? unlessThere(count) : goOn(count, failure);
            };
        }

        private Uni<Registration> goOn(int count, SapFailure failure) {
            return count < MOST_STEPS && troubles.isWorthWaiting(failure)
                    ? troubles.pause(failure, count).chain(() -> on(count + 1, Optional.empty()))
                    : answer(new Unclear(troubles.later(failure)));
        }

        private Uni<Registration> unlessThere(int count) {
            return find(vehicle)
                    .chain(found -> found.isEmpty()
                            ? answer(new Unclear(troubles.whenOver()))
                            : on(count + 1, Optional.empty()))
                    .onFailure(SapFailure.class)
                    .recoverWithItem(() -> new Unclear(troubles.whenOver()));
        }
    }

    private Uni<SapAnswer> send(Step step) {
        return switch (step) {
            case Step.Create(var placement) -> gateway.create(EquipmentRequest.SET, requests.toCreate(placement));
            case Step.Update(var placement, var record, var attributes) ->
                gateway.change(EquipmentRequest.address(record), requests.toUpdate(placement), record.version());
            case Step.Dismantle(var record, var when) ->
                gateway.act(
                        EquipmentRequest.move("DismantleEquipment", record, record.place(), when), record.version());
            case Step.Install(var record, var place, var when) ->
                gateway.act(EquipmentRequest.move("InstallEquipment", record, place, when), record.version());
            case Step.Nothing _, Step.Impossible _ -> throw new IllegalStateException("nothing to send for " + step);
        };
    }

    private Uni<List<EquipmentRecord>> find(VehicleId vehicle) {
        return gateway.read(requests.found(vehicle)).map(answer -> switch (answer) {
            case SapAnswer.Done(var content) ->
                StreamSupport.stream(content.path("results").spliterator(), false)
                        .map(EquipmentRecord::of)
                        .toList();
            case SapAnswer.Declined declined -> throw notUnderstood("SAP declines a look-up: " + declined.code());
            case SapAnswer.Changed _ -> throw notUnderstood("SAP answers a look-up with 412");
        });
    }

    private static SapFailure notUnderstood(String said) {
        return SapFailure.of(ErpTrouble.Kind.NOT_UNDERSTOOD, SapFailure.Outcome.NOT_DONE, true, said);
    }

    private static Uni<Registration> answer(Registration registration) {
        return Uni.createFrom().item(registration);
    }
}
