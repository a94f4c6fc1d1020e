/** Users, sessions, services, keys, and what is remembered to keep others out. */
@NullMarked
package io.motorpool.adapters.persistence.identity;

import org.jspecify.annotations.NullMarked;
