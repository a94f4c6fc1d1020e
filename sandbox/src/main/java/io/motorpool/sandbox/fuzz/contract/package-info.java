/** What the OpenAPI document promises, and whether an answer keeps it. */
@NullMarked
package io.motorpool.sandbox.fuzz.contract;

import org.jspecify.annotations.NullMarked;
