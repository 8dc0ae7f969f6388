// Last: what the address asks for, when everything listens.
"use strict";

if (belie.filter) belie.filter.followAddress();
