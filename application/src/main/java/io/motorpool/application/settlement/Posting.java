package io.motorpool.application.settlement;

import io.motorpool.domain.settlement.PostingFault;
import java.math.BigDecimal;
import java.util.List;

/** What became of a billing request. */
public sealed interface Posting {

    /** Exactly one document is there under the request's number, read back, with the amount and currency asked for. */
    record Posted(String document) implements Posting {}

    /** It stays like this until somebody does something about it: asking again will not help. */
    record Rejected(Reason reason) implements Posting {}

    /** Nobody can tell yet, or the ERP is not to be had: ask again. What was booked is found then. */
    record Unclear(ErpTrouble trouble) implements Posting {}

    /** Why a person is needed. */
    sealed interface Reason {

        /** In the words of the model. */
        default PostingFault fault() {
            return switch (this) {
                case Declined _ -> PostingFault.DECLINED;
                case AmountDiffers _ -> PostingFault.AMOUNT_DIFFERS;
                case ScaleDiffers _ -> PostingFault.SCALE_DIFFERS;
                case CurrencyDiffers _ -> PostingFault.CURRENCY_DIFFERS;
                case CustomerDiffers _ -> PostingFault.CUSTOMER_DIFFERS;
                case BookedMoreThanOnce _ -> PostingFault.BOOKED_MORE_THAN_ONCE;
            };
        }

        /** The ERP understood and said no. Nothing was booked. */
        record Declined(String code, String message) implements Reason {}

        /** The document says another amount. */
        record AmountDiffers(String document, long asked, BigDecimal found) implements Reason {}

        /**
         * The document is off by a power of ten: the decimals of the won are configured wrongly on one of the two sides,
         * and every other document will be wrong too.
         */
        record ScaleDiffers(String document, long asked, BigDecimal found) implements Reason {}

        record CurrencyDiffers(String document, String found) implements Reason {}

        /** Another customer is billed under the request's number. */
        record CustomerDiffers(String document, String found) implements Reason {}

        /** More than one document under one number: somebody else books under our numbers, or we have booked twice. */
        record BookedMoreThanOnce(List<String> documents) implements Reason {

            public BookedMoreThanOnce {
                documents = List.copyOf(documents);
            }
        }
    }
}
