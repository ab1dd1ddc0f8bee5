// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/identities.h"
#include "models/store/rows.h"

namespace meitrace {

Status Identities::readContacts(const ContactReader& read)
{
    // Plain numbers: 5 phone, 12 masked phone, 13 tail, 15 name (KeyType); newest last of a handle's.
    return forEachRow(m_database.prepare("SELECT c.customer, k.key_type, k.value, k.last_ms FROM ident_key k "
                                         "JOIN ident_customer c ON c.ident_id = k.ident_id "
                                         "WHERE k.key_type IN (5, 12, 13, 15)"),
                      [&](const Statement& row) {
                          read({.customer = static_cast<std::uint32_t>(row.integer(0)),
                                .type = static_cast<KeyType>(row.integer(1)),
                                .value = row.text(2),
                                .last = row.number(3)});
                      });
}

}  // namespace meitrace
