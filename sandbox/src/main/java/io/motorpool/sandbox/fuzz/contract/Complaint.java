package io.motorpool.sandbox.fuzz.contract;

/**
 * Something that should not have been answered.
 *
 * @param operation where
 * @param what the same words for the same kind of fault, so that it is told once
 * @param detail what was seen this time
 */
public record Complaint(String operation, String what, String detail) {}
