package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Cursors.Order;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.application.shared.Page;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** How much of a list is wanted, and from where on. */
public record Paging(
        @QueryParam("cursor") @Nullable String cursor,
        @QueryParam("limit") @Nullable String limit) {

    /** Where the list is in order of its ids. */
    public Field<Page.Request> read(Input in) {
        return read(in, Order.BY_ID);
    }

    public Field<Page.Request> read(Input in, Order order) {
        Field<Integer> size = in.optional("limit", limit, Parse::wholeNumber);
        Field<Page.Cursor> after = in.optional("cursor", cursor, text -> Cursors.read(text, order));
        return in.made("limit", () -> new Page.Request(size.optional().orElse(Page.Request.USUAL), after.optional()));
    }

    /** The same where nothing else is asked for. */
    public Page.Request request() {
        Input in = new Input();
        return in.build(read(in)::get);
    }
}
