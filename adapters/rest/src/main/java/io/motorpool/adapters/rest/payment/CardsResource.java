package io.motorpool.adapters.rest.payment;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.adapters.rest.WhyNotBody;
import io.motorpool.application.payment.LookAfterCards;
import io.motorpool.application.payment.LookAfterCards.Described;
import io.motorpool.application.payment.PaymentQueries;
import io.motorpool.application.payment.PaymentQueries.Instruments;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cards on file, and what can be paid with. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Payment")
class CardsResource {

    private final LookAfterCards cards;
    private final PaymentQueries queries;
    private final CallerSource callers;

    CardsResource(LookAfterCards cards, PaymentQueries queries, CallerSource callers) {
        this.cards = cards;
        this.queries = queries;
        this.callers = callers;
    }

    /** What is said of a card, whoever it belongs to. */
    private interface CardSaid {

        @Nullable
        String token();

        @Nullable
        String brand();

        @Nullable
        String lastFour();

        @Nullable
        String expiry();

        default Field<Described> described(Input in) {
            Field<CardToken> reference = in.required("token", token(), CardToken::new);
            Field<String> name = in.text("brand", brand(), Card.LONGEST_BRAND);
            Field<String> digits = in.required("lastFour", lastFour(), CardsResource::fourDigits);
            Field<YearMonth> month = in.required("expiry", expiry(), Parse::month);
            return in.made("body", () -> new Described(reference.get(), name.get(), digits.get(), month.get()));
        }
    }

    private static String fourDigits(String said) {
        if (!said.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("must be four digits");
        }
        return said;
    }

    @Schema(name = "OwnCard", description = "A reference that the payment gateway gave. Never send a card's number")
    record OwnCardBody(
            @Schema(required = true, minLength = 1, maxLength = CardToken.LONGEST, examples = "tok_4f2a") @Nullable
            String token,

            @Schema(required = true, minLength = 1, maxLength = Card.LONGEST_BRAND, examples = "BC") @Nullable
            String brand,

            @Schema(required = true, pattern = "^[0-9]{4}$", examples = "4242") @Nullable
            String lastFour,

            @Schema(required = true, pattern = "^20[0-9]{2}-(0[1-9]|1[0-2])$", examples = "2030-12") @Nullable
            String expiry)
            implements CardSaid {

        Described described() {
            Input in = new Input();
            Field<Described> card = described(in);
            return in.build(card::get);
        }

        /** Without what it could be charged with. */
        @Override
        public String toString() {
            return "a card";
        }
    }

    @Schema(name = "CompanyCard", description = "A reference that the payment gateway gave. Never send a card's number")
    record CompanyCardBody(
            @Schema(
                    format = "uuid",
                    description =
                            "The member for whom it is registered; absent for the card that stands for the company")
            @Nullable
            String member,

            @Schema(required = true, minLength = 1, maxLength = CardToken.LONGEST, examples = "tok_4f2a") @Nullable
            String token,

            @Schema(required = true, minLength = 1, maxLength = Card.LONGEST_BRAND, examples = "BC") @Nullable
            String brand,

            @Schema(required = true, pattern = "^[0-9]{4}$", examples = "4242") @Nullable
            String lastFour,

            @Schema(required = true, pattern = "^20[0-9]{2}-(0[1-9]|1[0-2])$", examples = "2030-12") @Nullable
            String expiry)
            implements CardSaid {

        /** Without what it could be charged with. */
        @Override
        public String toString() {
            return "a card";
        }
    }

    @Schema(
            name = "PaymentOptions",
            description = "What the caller may pay with, under the profile that they act under")
    record OptionsBody(
            @Schema(required = true, description = "In the order in which they are offered")
            List<CardBody> cards,

            @Schema(required = true, description = "Whether the company is billed later instead")
            boolean postpaid,

            @Schema(
                    description =
                            "The company's, to be said again when something is reserved; absent for a private person")
            @Nullable
            BillingPolicy billingPolicy,

            @Schema(description = "Absent when something can be picked") @Nullable
            WhyNotBody whyNot) {

        static OptionsBody of(Instruments instruments) {
            Refusal why = instruments.why();
            return new OptionsBody(
                    instruments.cards().stream().map(CardBody::of).toList(),
                    instruments.postpaid(),
                    instruments.policy(),
                    why == null ? null : WhyNotBody.of(why));
        }
    }

    @GET
    @Path("/payment-options")
    @Operation(operationId = "listPaymentOptions", summary = "What can be paid with, and if nothing can, why")
    @APIResponseSchema(value = OptionsBody.class, responseCode = "200", responseDescription = "All of them")
    public Uni<Response> options() {
        return Answers.ok(queries.instruments(callers.caller()), OptionsBody::of);
    }

    @POST
    @Path("/cards")
    @Operation(operationId = "addOwnCard", summary = "Put one's own card on file")
    @APIResponseSchema(value = CardBody.class, responseCode = "201", responseDescription = "On file")
    public Uni<Response> addOwn(@Nullable OwnCardBody body) {
        Described card = Input.body(body).described();
        return Answers.added(cards.putOnFile(callers.caller(), own(), card), CardBody::of);
    }

    @DELETE
    @Path("/cards/{id}")
    @Operation(operationId = "removeOwnCard", summary = "Take one's own card off file")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<Response> removeOwn(@PathParam("id") String id) {
        return removed(own(), id);
    }

    @POST
    @Path("/companies/{id}/cards")
    @Operation(
            operationId = "addCompanyCard",
            summary = "Put a company's card on file; a new representative card takes the place of the one before")
    @APIResponseSchema(value = CardBody.class, responseCode = "201", responseDescription = "On file")
    public Uni<Response> addOfCompany(@PathParam("id") String id, @Nullable CompanyCardBody body) {
        CompanyId company = new CompanyId(Input.pathId(id));
        CompanyCardBody said = Input.body(body);
        Input in = new Input();
        Field<UserId> member = in.optional("member", said.member(), Parse::uuid).map(UserId::new);
        Field<Described> card = said.described(in);
        Described described = in.build(card::get);
        return Answers.added(cards.putOnFile(callers.caller(), ofCompany(company, member), described), CardBody::of);
    }

    @DELETE
    @Path("/companies/{id}/cards/{card}")
    @Operation(operationId = "removeCompanyCard", summary = "Take a company's card off file")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<Response> removeOfCompany(
            @PathParam("id") String id, @PathParam("card") String card, @QueryParam("member") @Nullable String member) {
        CompanyId company = new CompanyId(Input.pathId(id));
        Input in = new Input();
        Field<UserId> of = in.optional("member", member, Parse::uuid).map(UserId::new);
        CardOwner owner = in.build(() -> ofCompany(company, of));
        return removed(owner, card);
    }

    private Uni<Response> removed(CardOwner owner, String card) {
        return Answers.of(
                cards.takeOff(callers.caller(), owner, new InstrumentId(Input.pathId(card))),
                _ -> Response.noContent().build());
    }

    private CardOwner own() {
        return new CardOwner.Person(callers.caller().user());
    }

    private static CardOwner ofCompany(CompanyId company, Field<UserId> member) {
        return member.optional()
                .<CardOwner>map(user -> new CardOwner.OfMember(company, user))
                .orElseGet(() -> new CardOwner.Representative(company));
    }
}
