import {
  type ColumnDefinitionNode,
  DataTypeNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type QueryId,
  sql,
} from "kysely";

const BY_CODE_POINT = sql`collate "C"`.toOperationNode();

class PlainText extends OperationNodeTransformer {
  protected override transformColumnDefinition(
    node: ColumnDefinitionNode,
    id: QueryId,
  ): ColumnDefinitionNode {
    const { frontModifiers = [], ...column } = super.transformColumnDefinition(node, id);
    const isText = DataTypeNode.is(column.dataType) && column.dataType.dataType === "text";
    return { ...column, frontModifiers: isText ? [...frontModifiers, BY_CODE_POINT] : frontModifiers };
  }
}

const transformer = new PlainText();

/**
 * Makes PostgreSQL compare and order the text of every new column by its characters' numbers, as SQLite does, and not
 * by a language that the machine happens to have; indexes of ids are faster for it too.
 */
export const plainText: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};
