/**
 * Who somebody is: users and services, how they prove it, how long the proof lasts, and the keys that vouch for it. What
 * they may do then is in {@code io.motorpool.domain.access}.
 */
@NullMarked
package io.motorpool.domain.identity;

import org.jspecify.annotations.NullMarked;
