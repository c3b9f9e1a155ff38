// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fictional staff of the tenant: everyone has a mailbox, a few are of special interest to attackers (VIP), four can
// sign in. Besides them come accounts without a mailbox, which only sign-in knows. Made once from the seed and never
// changed. Lives in the tenant thread.

#include <QHash>
#include <QJsonArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace simulator {

inline constexpr QLatin1StringView organisationDomain {"harborline.example"};
inline constexpr QLatin1StringView organisationName {"Harborline Freight"};

struct Person {
    QString displayName;
    QString upn; // also the primary mail address
    QString account; // name on premises
    QString objectId;
    QString sid;
    QString department;
    QString title;
    QString city;
    bool vip = false;
};

class People {
public:
    static constexpr int ordinaryCount = 1200;

    explicit People(quint64 seed, int mailboxes = ordinaryCount, const QString &domain = organisationDomain);

    [[nodiscard]] const Person &at(int index) const { return m_people[static_cast<std::size_t>(index) % m_people.size()]; }
    [[nodiscard]] int size() const { return static_cast<int>(m_people.size()); }
    [[nodiscard]] const Person *find(const QString &upnOrObjectId) const; // nullptr: nobody of ours
    [[nodiscard]] const std::vector<int> &vips() const { return m_vips; }

    [[nodiscard]] QJsonArray accounts() const; // who can sign in
    [[nodiscard]] QStringList rolesOf(const QString &upnOrObjectId) const; // of the directory
    [[nodiscard]] static int analystCount() { return 4; } // the first ones; no story touches them

private:
    struct SignIn {
        int person; // from the number of mailboxes on: an outsider
        QStringList roles;
        bool guest;
    };

    void addAnalysts(quint64 seed);
    void addStaff(quint64 seed, int mailboxes);
    void addOutsiders(quint64 seed);
    void add(Person person);
    [[nodiscard]] const Person &anyone(int index) const;
    [[nodiscard]] QString addressOf(const QString &first, const QString &last) const;

    QString m_domain;
    std::vector<Person> m_people;
    std::vector<Person> m_outsiders; // without mailbox
    std::vector<int> m_vips;
    std::vector<SignIn> m_signIns;
    QHash<QString, int> m_byName; // lower case
};

} // namespace simulator
