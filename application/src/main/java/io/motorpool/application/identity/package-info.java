/** Use cases around users, sessions, services and keys, and what they need of cryptography. */
@NullMarked
package io.motorpool.application.identity;

import org.jspecify.annotations.NullMarked;
