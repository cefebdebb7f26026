// SPDX-License-Identifier: Apache-2.0
// Holds the precompiled header of all tests; nothing else belongs here.
