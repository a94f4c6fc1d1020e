/** Who somebody is to Motorpool, and how they get in: with a password of their own, or as a stand-in on a test ground. */
@NullMarked
package io.motorpool.sandbox.people;

import org.jspecify.annotations.NullMarked;
