/** The legacy reservation system as Motorpool hears of it: its table, what it does all day, and how its changes are told. */
@NullMarked
package io.motorpool.sandbox.legacy;

import org.jspecify.annotations.NullMarked;
