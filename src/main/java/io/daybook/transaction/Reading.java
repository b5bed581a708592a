package io.daybook.transaction;

import java.util.List;

/** What is read from a record: nothing but what stands at these dotted paths. */
interface Reading {

  List<String> paths();
}
