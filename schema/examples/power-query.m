// Excel: Data > Get Data > From Other Sources > Blank Query > Advanced Editor, and paste this.
// Asked for credentials choose "Anonymous": the token goes with the header. Keep the workbook where only those come
// who may see what is in it, and give it a token of its own with few scopes and a near end.
let
    Url = "http://127.0.0.1:4000/graphql",
    Token = "ptk_...",
    Region = "35.78",
    Period = "2026-Q4",

    Query = "query Scores($region: RegionCode!, $period: String!, $after: String) {
        employeeScores(region: $region, period: $period, first: 100, after: $after) {
            edges { node {
                employee { name maskedNip position unit { code name } }
                value coverage status
                confirmed { predicate confirmedAt }
            } }
            pageInfo { hasNextPage endCursor }
        }
    }",

    // One page. An error of the API stops the refresh and shows its own message.
    Ask = (after as nullable text) as record =>
        let
            Variables = [region = Region, period = Period, after = after],
            Answer = Json.Document(
                Web.Contents(
                    Url,
                    [
                        Headers = [#"Content-Type" = "application/json", Authorization = "Bearer " & Token],
                        Content = Json.FromValue([query = Query, variables = Variables]),
                        ManualStatusHandling = {400, 401, 403, 429, 503}
                    ]
                )
            )
        in
            if Record.HasFields(Answer, "errors") then
                error Error.Record("Pantau", Answer[errors]{0}[message], Answer[errors]{0}[extensions][code])
            else
                Answer[data][employeeScores],

    // From page to page, until there is none.
    Pages = List.Generate(
        () => Ask(null),
        each _ <> null,
        each if [pageInfo][hasNextPage] then Ask([pageInfo][endCursor]) else null
    ),
    Nodes = List.Transform(List.Combine(List.Transform(Pages, each [edges])), each [node]),

    // Amounts are text with a point: read as "en-US", whatever the language of this Excel.
    Amount = (text as nullable text) as nullable number => if text = null then null else Number.FromText(text, "en-US"),
    Rows = List.Transform(
        Nodes,
        each [
            Name = [employee][name],
            NIP = [employee][maskedNip],
            Post = [employee][position],
            Unit code = [employee][unit][code],
            Unit = [employee][unit][name],
            Indicative value = Amount([value]),
            Coverage = Amount([coverage]),
            Status = [status],
            Confirmed predicate = if [confirmed] = null then null else [confirmed][predicate]
        ]
    ),
    Result = Table.FromRecords(Rows)
in
    Result
