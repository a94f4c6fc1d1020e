/** Verifies access tokens by what is published, and by nothing else. */
@NullMarked
package io.motorpool.adapters.keys.verification;

import org.jspecify.annotations.NullMarked;
