package io.motorpool.domain.settlement;

/** Why a settlement is not posted until somebody looks after it. Trying again is safe: the ERP is asked first what it holds. */
public enum PostingFault {
    /** The ERP understood and said no: customer, material or organisation need looking after there. */
    DECLINED,
    /** It holds another amount under our number. */
    AMOUNT_DIFFERS,
    /** It is off by a power of ten: the decimals of the won are configured wrongly on one of the two sides. */
    SCALE_DIFFERS,
    CURRENCY_DIFFERS,
    /** It bills another customer under our number. */
    CUSTOMER_DIFFERS,
    /** It holds several documents under our number: all but one have to be cancelled there. */
    BOOKED_MORE_THAN_ONCE
}
