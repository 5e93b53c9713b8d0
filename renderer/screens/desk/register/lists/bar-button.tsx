import { Button } from '@mantine/core';
import { Icon } from '../../../../parts/icons.tsx';
import type { IconName } from '../../../../parts/icons.tsx';

type Props = { readonly icon: IconName; readonly words: string; readonly onPress: () => void };

/** What the bar over the register offers beside its filters. */
export function BarButton({ icon, words, onPress }: Props) {
  return (
    <Button
      variant="subtle"
      color="dark"
      size="sm"
      h={40}
      px={12}
      fw={500}
      leftSection={<Icon name={icon} size={18} />}
      onClick={onPress}
    >
      {words}
    </Button>
  );
}
