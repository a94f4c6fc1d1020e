package io.motorpool.sandbox.api;

import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * One request and its answer, for those who show or count them. The request carries its token: do not print the header.
 *
 * @param sent the JSON that was sent; empty when there was none
 */
public record Exchange(HttpRequest request, String sent, Answer answer, Duration took) {}
