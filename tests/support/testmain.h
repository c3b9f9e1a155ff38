// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a test class gets run. Each source of a test executable holds one QObject class and ends with
//
//     CASEMATE_TEST(QueryText)
//     #include "querytext.moc"
//
// main() (testmain.cpp) makes the application object, runs every class in the order of names, and returns the number of
// failures. It lives in the main thread.
//
//     tst_store                               every class
//     tst_store QueryText                     one class (more names: more classes)
//     tst_store QueryText emptyTextMatchesAll one function; all arguments of QtTest follow the class
//     tst_store -o out.xml,junitxml           with several classes: out.QueryText.xml, one file for each
//     tst_store -classes                      names of the classes

#include <QObject>

#include <memory>
#include <vector>

namespace casemate::test {

struct TestClass {
    const char *name = nullptr;
    std::unique_ptr<QObject> (*create)() = nullptr; // called after the application object exists
};

// Filled while static objects are made, which is why it must come to life on first use.
inline std::vector<TestClass> &testClasses()
{
    static std::vector<TestClass> classes;
    return classes;
}

inline bool registerTest(const char *name, std::unique_ptr<QObject> (*create)())
{
    testClasses().push_back({name, create});
    return true;
}

} // namespace casemate::test

#define CASEMATE_TEST(Class) \
    [[maybe_unused]] static const bool registered##Class = \
        casemate::test::registerTest(#Class, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
