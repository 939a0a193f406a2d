#!/usr/bin/env python3
"""Keeps a copy of a region's employees, scores and confirmed predicates: everything once, then only what changed.

    PANTAU_URL=http://127.0.0.1:4000 PANTAU_TOKEN=ptk_... PANTAU_REGION=35.78 python3 pull.py copy.sqlite

The first run loads everything; each later one (from cron, each night) asks what changed since. Python 3.9 or later,
nothing else. The token needs the scopes UNITS, PEOPLE, SCORES and PREDICATES.

The copy is a table row(type, id, employee, json). Rows and the place in the stream of changes are written in one transaction:
a run that breaks off has done nothing, and the next one begins where the last one ended.
"""

import json
import os
import sqlite3
import sys
import time
import urllib.error
import urllib.request

URL = os.environ.get("PANTAU_URL", "http://127.0.0.1:4000") + "/graphql"
TOKEN = os.environ["PANTAU_TOKEN"]
REGION = os.environ.get("PANTAU_REGION", "35.78")

# What is kept of a row; the same for the first load and for changes, so that both write the same.
EMPLOYEE = "fragment EmployeeRow on Employee { __typename id name maskedNip status position unit { id code name } } "
SCORE = """fragment ScoreRow on EmployeeScore {
  __typename employee { id } periodCode value coverage scoreStatus: status policyVersion changedAt
} """
PREDICATE = """fragment PredicateRow on ConfirmedPredicate {
  __typename employee { id } periodCode workResult behaviour predicate policyVersion confirmedAt
} """

PERIODS = "query Periods($region: RegionCode!) { periods(region: $region) { code } }"
EMPLOYEES = EMPLOYEE + """query Employees($region: RegionCode!, $after: String) {
  page: employees(region: $region, first: 100, after: $after) {
    edges { node { ...EmployeeRow } }
    pageInfo { hasNextPage endCursor }
  }
}"""
SCORES = SCORE + """query Scores($region: RegionCode!, $period: String!, $after: String) {
  page: employeeScores(region: $region, period: $period, first: 100, after: $after) {
    edges { node { ...ScoreRow } }
    pageInfo { hasNextPage endCursor }
  }
}"""
PREDICATES = PREDICATE + """query Predicates($region: RegionCode!, $period: String!, $after: String) {
  page: confirmedPredicates(region: $region, period: $period, first: 100, after: $after) {
    edges { node { ...PredicateRow } }
    pageInfo { hasNextPage endCursor }
  }
}"""
CHANGES = EMPLOYEE + SCORE + PREDICATE + """query Changes($region: RegionCode!, $since: Cursor) {
  changes(region: $region, since: $since, first: 100, types: [EMPLOYEE, EMPLOYEE_SCORE, CONFIRMED_PREDICATE]) {
    changes { op type id node { ...EmployeeRow ...ScoreRow ...PredicateRow } }
    endCursor
    hasNextPage
  }
}"""


class Refused(Exception):
    """The server answered with an error; `code` is one of the list in README.md."""

    def __init__(self, error):
        super().__init__(error["message"])
        self.code = error.get("extensions", {}).get("code")


def ask(query, **variables):
    """One query; waits and asks again where the server says so."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"content-type": "application/json", "authorization": "Bearer " + TOKEN}
    for attempt in range(5):
        try:
            with urllib.request.urlopen(urllib.request.Request(URL, body, headers), timeout=30) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            if error.code in (429, 503) and attempt < 4:
                time.sleep(float(error.headers.get("Retry-After") or 2**attempt))
                continue
            answer = json.load(error)
        if answer.get("errors"):
            raise Refused(answer["errors"][0])
        return answer["data"]


def pages(query, **variables):
    """Every row of a connection, page by page."""
    after = None
    while True:
        page = ask(query, region=REGION, after=after, **variables)["page"]
        for edge in page["edges"]:
            yield edge["node"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


# What `changes` calls the types, and by which id.
TYPES = {"Employee": "EMPLOYEE", "EmployeeScore": "EMPLOYEE_SCORE", "ConfirmedPredicate": "CONFIRMED_PREDICATE"}


def keep(copy, node):
    employee = node["id"] if node["__typename"] == "Employee" else node["employee"]["id"]
    row_id = employee if node["__typename"] == "Employee" else employee + ":" + node["periodCode"]
    text = json.dumps(node, ensure_ascii=False, sort_keys=True)
    copy.execute("insert or replace into row values (?, ?, ?, ?)", (TYPES[node["__typename"]], row_id, employee, text))


def forget(copy, change):
    copy.execute("delete from row where type = ? and id = ?", (change["type"], change["id"]))
    if change["type"] == "EMPLOYEE":  # and everything that is kept about this person
        copy.execute("delete from row where employee = ?", (change["id"],))


def load_everything(copy):
    # The place in the stream first, and then the pages: what changes meanwhile comes again with the first delta.
    place = ask(CHANGES, region=REGION, since=None)["changes"]["endCursor"]
    copy.execute("delete from row")
    for node in pages(EMPLOYEES):
        keep(copy, node)
    for period in ask(PERIODS, region=REGION)["periods"]:
        for query in (SCORES, PREDICATES):
            for node in pages(query, period=period["code"]):
                keep(copy, node)
    return place


def load_changes(copy, place):
    while True:
        page = ask(CHANGES, region=REGION, since=place)["changes"]
        for change in page["changes"]:
            if change["op"] == "UPSERT":
                keep(copy, change["node"])
            else:
                forget(copy, change)
        place = page["endCursor"]
        if not page["hasNextPage"]:
            return place


def main():
    begun = time.monotonic()
    copy = sqlite3.connect(sys.argv[1] if len(sys.argv) > 1 else "copy.sqlite")
    copy.execute("create table if not exists row (type text, id text, employee text, json text, primary key (type, id))")
    copy.execute("create table if not exists place (cursor text)")
    with copy:  # one transaction: all of it, or nothing
        kept = copy.execute("select cursor from place").fetchone()
        how = "first load" if kept is None else "delta"
        try:
            place = load_everything(copy) if kept is None else load_changes(copy, kept[0])
        except Refused as refused:
            if refused.code != "RESYNC_REQUIRED":
                raise
            # Too long ago, or the server was restored from a backup: once more from the beginning.
            how, place = "loaded again", load_everything(copy)
        copy.execute("delete from place")
        copy.execute("insert into place values (?)", (place,))
    (rows,) = copy.execute("select count(*) from row").fetchone()
    print(f"{how}: {rows} rows in the copy, {time.monotonic() - begun:.2f} s")


if __name__ == "__main__":
    main()
