/** The private halves of the issuer's keys: encrypted files, opened only to sign. */
@NullMarked
package io.motorpool.adapters.keys.signing;

import org.jspecify.annotations.NullMarked;
