/** What signing in, going on and verifying cost, beside what they cannot cost less than. */
@NullMarked
package io.motorpool.sandbox.bench.identity;

import org.jspecify.annotations.NullMarked;
