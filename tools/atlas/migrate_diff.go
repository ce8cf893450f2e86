package main

import (
	"context"
	"errors"
	"flag"
	"io"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/schema"
)

// migrateDiff replays a folder of migrations on an empty database and prints what leads from there to another one, as
// Atlas's own `migrate diff --dry-run` does. It writes no file: that the folder is sealed anew with its way back is the
// work of `npm run plan`.
func migrateDiff(ctx context.Context, args []string, out io.Writer) error {
	var schemas list
	flags := flag.NewFlagSet("migrate diff", flag.ContinueOnError)
	address := flags.String("dir", "file://migrations", "URL of the folder")
	to := flags.String("to", "", "URL of the database as it should be")
	dev := flags.String("dev-url", "", "URL of an empty database")
	dry := flags.Bool("dry-run", false, "print the statements")
	flags.Var(&schemas, "schema", "schemas to look at; all unless told")
	if err := parse(flags, args); err != nil {
		return err
	}
	if !*dry {
		return errors.New("migrate diff: this engine writes no migrations: add --dry-run, or use npm run plan")
	}
	dir, err := dirAt(*address)
	if err != nil {
		return err
	}
	desired, err := open(*to, "--to")
	if err != nil {
		return err
	}
	defer desired.db.Close()
	empty, err := open(*dev, "--dev-url")
	if err != nil {
		return err
	}
	defer empty.db.Close()
	diff, err := replayAndCompare(ctx, dir, empty.driver, desired.driver, &schema.InspectRealmOption{Schemas: schemas})
	if err != nil {
		return err
	}
	text, err := planText(diff)
	if text == "" && err == nil {
		text = "The migration directory is synced with the desired state, no changes to be made\n"
	}
	_, failed := io.WriteString(out, text)
	return errors.Join(err, failed)
}

func replayAndCompare(ctx context.Context, dir migrate.Dir, dev, desired migrate.Driver, scope *schema.InspectRealmOption) (*difference, error) {
	executor, err := migrate.NewExecutor(dev, dir, migrate.NopRevisionReadWriter{})
	if err != nil {
		return nil, err
	}
	current, err := executor.Replay(ctx, migrate.RealmConn(dev, scope))
	if err != nil && !errors.Is(err, migrate.ErrNoPendingFiles) {
		return nil, err
	}
	wanted, err := desired.InspectRealm(ctx, scope)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(refuseQuotes(current), refuseQuotes(wanted)); err != nil {
		return nil, err
	}
	changes, err := dev.RealmDiff(current, wanted, schema.DiffNormalized())
	if err != nil {
		return nil, err
	}
	return &difference{changes, dev, ctx}, nil
}
