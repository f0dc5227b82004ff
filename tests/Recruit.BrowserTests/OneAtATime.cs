// Each class starts a whole program and a browser: two at once would only make both wait.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
