package io.motorpool.adapters.erp;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.application.settlement.BillingRequest;
import io.motorpool.application.settlement.ErpLedger;
import io.motorpool.application.settlement.ErpTrouble;
import io.motorpool.application.settlement.Posting;
import io.motorpool.application.settlement.Posting.Posted;
import io.motorpool.application.settlement.Posting.Reason;
import io.motorpool.application.settlement.Posting.Rejected;
import io.motorpool.application.settlement.Posting.Unclear;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * SAP's requests for debit and credit memos. Look first; create only what is not there and cannot be on its way; then
 * believe nothing but what is read back.
 */
final class SapErpLedger implements ErpLedger {

    /** An SAP that fails again and again is left alone after that many creates in one call. */
    private static final int MOST_CREATES = 3;

    private final SapGateway gateway;
    private final ErpConfig.Sales sales;
    private final Troubles troubles;

    SapErpLedger(SapGateway gateway, ErpConfig config, Clock clock) {
        this.gateway = gateway;
        this.sales = config.sales();
        this.troubles = new Troubles(clock, config);
    }

    @Override
    public Uni<Posting> post(BillingRequest request, @Nullable Instant askedBefore) {
        MemoRequest memo = new MemoRequest(request, sales);
        return CallersContext.keep(() -> find(memo)
                .chain(found -> found.isEmpty()
                        ? createUnlessUnderWay(request, memo, askedBefore)
                        : answer(judge(request, found)))
                .onFailure(SapFailure.class)
                .recoverWithItem(failure -> new Unclear(troubles.later((SapFailure) failure))));
    }

    @Override
    public Uni<Optional<Posting>> lookUp(BillingRequest request) {
        return CallersContext.keep(() -> lookAgain(request, new MemoRequest(request, sales))
                .onFailure(SapFailure.class)
                .recoverWithItem(failure -> Optional.of(new Unclear(troubles.later((SapFailure) failure)))));
    }

    private Uni<Posting> createUnlessUnderWay(BillingRequest request, MemoRequest memo, @Nullable Instant askedBefore) {
        ErpTrouble underWay = troubles.of(askedBefore);
        return underWay == null ? create(request, memo, 1) : answer(new Unclear(underWay));
    }

    private Uni<Posting> create(BillingRequest request, MemoRequest memo, int attempt) {
        return gateway.create(memo.set(), memo.body())
                .chain(created -> switch (created) {
                    case SapAnswer.Done _ -> readBack(request, memo);
                    case SapAnswer.Declined(var code, var message) ->
                        answer(new Rejected(new Reason.Declined(code, message)));
                    case SapAnswer.Changed _ ->
                        answer(new Rejected(new Reason.Declined("412", "a new document has no version")));
                })
                .onFailure(SapFailure.class)
                .recoverWithUni(failure -> afterFailure(request, memo, attempt, (SapFailure) failure));
    }

    private Uni<Posting> afterFailure(BillingRequest request, MemoRequest memo, int attempt, SapFailure failure) {
        return switch (failure.outcome()) {
            case NOT_DONE -> answer(new Unclear(troubles.later(failure)));
            case OVER ->
                lookAgain(request, memo)
                        .chain(found -> found.map(SapErpLedger::answer)
                                .orElseGet(() -> createAgain(request, memo, attempt, failure)));
            case OPEN -> unlessThere(request, memo);
        };
    }

    private Uni<Posting> createAgain(BillingRequest request, MemoRequest memo, int attempt, SapFailure failure) {
        return attempt < MOST_CREATES && troubles.isWorthWaiting(failure)
                ? troubles.pause(failure, attempt).chain(() -> create(request, memo, attempt + 1))
                : answer(new Unclear(troubles.later(failure)));
    }

    /** It was sent and may still be under way, whatever else goes wrong now. */
    private Uni<Posting> unlessThere(BillingRequest request, MemoRequest memo) {
        return lookAgain(request, memo)
                .map(found -> found.orElseGet(() -> new Unclear(troubles.whenOver())))
                .onFailure(SapFailure.class)
                .recoverWithItem(() -> new Unclear(troubles.whenOver()));
    }

    /** What the answer to a create said is not what counts. */
    private Uni<Posting> readBack(BillingRequest request, MemoRequest memo) {
        return unlessThere(request, memo);
    }

    private Uni<Optional<Posting>> lookAgain(BillingRequest request, MemoRequest memo) {
        return find(memo).map(found -> found.isEmpty() ? Optional.empty() : Optional.of(judge(request, found)));
    }

    private Uni<List<Document>> find(MemoRequest memo) {
        return gateway.read(memo.found()).map(answer -> switch (answer) {
            case SapAnswer.Done(var content) -> documents(memo, content);
            case SapAnswer.Declined declined -> throw notUnderstood("SAP declines a look-up: " + declined.code());
            case SapAnswer.Changed _ -> throw notUnderstood("SAP answers a look-up with 412");
        });
    }

    private static SapFailure notUnderstood(String said) {
        return SapFailure.of(ErpTrouble.Kind.NOT_UNDERSTOOD, SapFailure.Outcome.NOT_DONE, true, said);
    }

    private record Document(String number, String customer, BigDecimal amount, String currency) {}

    private static List<Document> documents(MemoRequest memo, JsonNode content) {
        return StreamSupport.stream(content.path("results").spliterator(), false)
                .map(json -> document(memo, json))
                .toList();
    }

    private static Document document(MemoRequest memo, JsonNode json) {
        try {
            return new Document(
                    json.path(memo.number()).asText(),
                    json.path("SoldToParty").asText(),
                    new BigDecimal(json.path("TotalNetAmount").asText()),
                    json.path("TransactionCurrency").asText());
        } catch (NumberFormatException _) {
            throw notUnderstood("SAP shows a document without an amount");
        }
    }

    private static Posting judge(BillingRequest request, List<Document> found) {
        if (found.size() > 1) {
            return new Rejected(new Reason.BookedMoreThanOnce(
                    found.stream().map(Document::number).toList()));
        }
        Document document = found.getFirst();
        if (!withoutZeros(document.customer()).equals(withoutZeros(request.customer()))) {
            return new Rejected(new Reason.CustomerDiffers(document.number(), document.customer()));
        }
        if (!document.currency().equals(MemoRequest.CURRENCY)) {
            return new Rejected(new Reason.CurrencyDiffers(document.number(), document.currency()));
        }
        BigDecimal asked = BigDecimal.valueOf(request.total());
        if (document.amount().compareTo(asked) == 0) {
            return new Posted(document.number());
        }
        return new Rejected(
                differOnlyInScale(asked, document.amount())
                        ? new Reason.ScaleDiffers(document.number(), request.total(), document.amount())
                        : new Reason.AmountDiffers(document.number(), request.total(), document.amount()));
    }

    /** SAP pads numbers of customers with zeros, or does not. */
    private static String withoutZeros(String customer) {
        return customer.replaceFirst("^0+", "");
    }

    /** The same digits: somebody counts in hundredths of a won, or in hundreds. */
    private static boolean differOnlyInScale(BigDecimal one, BigDecimal other) {
        return one.signum() == other.signum()
                && one.stripTrailingZeros()
                        .unscaledValue()
                        .equals(other.stripTrailingZeros().unscaledValue());
    }

    private static Uni<Posting> answer(Posting posting) {
        return Uni.createFrom().item(posting);
    }
}
