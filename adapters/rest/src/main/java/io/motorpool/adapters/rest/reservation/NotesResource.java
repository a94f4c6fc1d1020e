package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.application.reservation.AnnotateReservation;
import io.motorpool.application.reservation.Notes.Note;
import io.motorpool.application.reservation.ReservationChange;
import io.motorpool.application.reservation.ReservationQueries;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Version;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What support writes down about reservations. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Support")
class NotesResource {

    private final AnnotateReservation annotate;
    private final ReservationQueries queries;
    private final CallerSource callers;

    NotesResource(AnnotateReservation annotate, ReservationQueries queries, CallerSource callers) {
        this.annotate = annotate;
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "NewNote")
    record NewBody(
            @Schema(required = true, minLength = 1, maxLength = Note.LONGEST, examples = "The driver called twice.")
            @Nullable
            String text,

            @Schema(required = true) @Nullable ReasonBody reason) {}

    @Schema(name = "Note")
    record NoteBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID author,
            @Schema(required = true) Instant writtenAt,
            @Schema(required = true) String text) {

        static NoteBody of(Note note) {
            return new NoteBody(note.id(), note.author().value(), note.writtenAt(), note.text());
        }
    }

    /** Only the document reads this. */
    @Schema(name = "Notes")
    record NotesBody(@Schema(required = true) List<NoteBody> items) {}

    @POST
    @Path("/reservations/{id}/notes")
    @Operation(
            operationId = "annotateReservation",
            summary = "Write down what happened",
            description = "`If-Match` takes the ETag of the reservation, which stays as it is")
    @APIResponseSchema(value = NoteBody.class, responseCode = "201", responseDescription = "Written down")
    public Uni<Response> annotate(
            @PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen, @Nullable NewBody body) {
        Version version = Headers.ifMatch(seen);
        NewBody said = Input.body(body);
        Input in = new Input();
        Field<String> text = in.text("text", said.text(), Note.LONGEST);
        Field<Reason> reason = ReasonBody.required(in, said.reason());
        ReservationChange change =
                in.build(() -> new ReservationChange(callers.caller(), id(id), version, reason.get()));
        return Answers.added(annotate.annotate(change, text.get()), NoteBody::of);
    }

    @GET
    @Path("/reservations/{id}/notes")
    @Operation(operationId = "listNotes", summary = "What support wrote down, the newest first")
    @APIResponseSchema(value = NotesBody.class, responseCode = "200", responseDescription = "At most 200 of them")
    public Uni<Response> list(@PathParam("id") String id) {
        return Answers.all(queries.notes(callers.caller(), id(id)), NoteBody::of);
    }

    private static ReservationId id(String raw) {
        return new ReservationId(Input.pathId(raw));
    }
}
