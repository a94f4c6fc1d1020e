/**
 * A stand-in for a payment gateway: it holds amounts on cards, takes or lets go what it holds, each once per key that a
 * request carries, and its books can be looked into.
 */
@NullMarked
package io.motorpool.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
