/** Users, their sessions and services, the tokens that they get, and the keys that vouch for them. */
@NullMarked
package io.motorpool.adapters.rest.identity;

import org.jspecify.annotations.NullMarked;
