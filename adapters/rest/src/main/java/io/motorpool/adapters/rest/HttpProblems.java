package io.motorpool.adapters.rest;

/** What has a name in HTTP already, in our words. */
final class HttpProblems {

    /** When to try again what is temporarily unavailable. */
    static final String RETRY_AFTER_SECONDS = "1";

    /** The code of what was lost to others and may be asked again. */
    static final String CONTENDED = "contended";

    private HttpProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "bad-request", "The request is not well-formed.");
            case 401 -> Problem.of(401, "unauthorized", "Send a valid access token.");
            case 403 -> Problem.of(403, "not-permitted", "Your role does not allow this.");
            case 404 -> Problem.of(404, "not-found", "There is nothing under this path.");
            case 405 -> Problem.of(405, "method-not-allowed", "This path does not take this method.");
            case 406 ->
                Problem.of(406, "not-acceptable", "This operation answers in none of the media types that you accept.");
            case 408 -> Problem.of(408, "request-timeout", "The request did not arrive in time.");
            case 413 -> Problem.of(413, "body-too-large", "The body is larger than this API takes.");
            case 415 -> Problem.of(415, "unsupported-media-type", "Send the media type that this operation takes.");
            case 503 -> Problem.of(503, "temporarily-unavailable", "What this needs does not answer now. Try again.");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(status, "bad-request", "The request cannot be answered.")
                        : Problem.of(500, "internal-error", "Something went wrong on our side.");
        };
    }
}
